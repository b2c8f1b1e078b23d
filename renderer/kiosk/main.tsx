import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KioskApp } from './KioskApp.tsx';
import '../app/global.css';
import './kiosk.css';

// A page that the browser kept from before shows nothing of it: it is loaded anew.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <KioskApp />
  </StrictMode>,
);
