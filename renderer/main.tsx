import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { askBeforeLeaving } from './app/remembered.ts';
import './app/global.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
if (window.estafetaHost === undefined) askBeforeLeaving();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
