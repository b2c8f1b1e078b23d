import { useEffect, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DeclaredField } from '../../../main/api/contract/index.ts';
import { handleKey } from '../../app/keyboard.tsx';
import { describe, type Stretch } from './found.ts';
import type { LinkTarget } from './LinkDialog.tsx';

/**
 * The frame's own policy, on top of the page's, which it inherits: nothing is fetched and nothing runs, whatever
 * the mail says. Mail is written for white paper, so it gets a light sheet in every theme.
 */
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>
  :root { color-scheme: light; }
  html { overflow-x: auto; overflow-y: hidden; }
  body { margin: 0; padding: 16px; background: #fff; color: #1b1b1b; overflow-wrap: anywhere;
    font: 14px/1.5 "Segoe UI", system-ui, sans-serif; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
  a { color: #0f548c; }
  :focus-visible { outline: 2px solid #0f548c; outline-offset: 1px; }
  .estafeta-found { text-decoration: underline dotted #0f6cbd 2px; text-underline-offset: 3px; cursor: pointer; }
  .estafeta-found:hover, .estafeta-pointed { background: #cfe4fa; }
</style>`;

const useStyles = makeStyles({
  frame: {
    width: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: '#fff',
    colorScheme: 'light',
    boxSizing: 'border-box',
    display: 'block',
  },
});

/** Underlines the first place where a found value stands in one text node; values broken by tags are left. */
function underline(
  page: Document,
  text: string,
  stretches: readonly Stretch[],
  onFound: (s: Stretch) => void,
) {
  for (const stretch of stretches) {
    const words = text.slice(stretch.start, stretch.end).replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(words);
      if (at < 0 || node.parentElement?.closest('.estafeta-found, a') !== null) continue;
      const range = page.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const mark = page.createElement('span');
      mark.className = 'estafeta-found';
      mark.dataset['fields'] = stretch.fields.join(' ');
      mark.title = describe(stretch);
      mark.tabIndex = 0;
      mark.setAttribute('role', 'button');
      range.surroundContents(mark);
      mark.addEventListener('click', () => {
        onFound(stretch);
      });
      mark.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') onFound(stretch);
      });
      break;
    }
  }
}

/** Cleaned mail HTML in a frame without scripts; its links and keys are handed to the window around it. */
export function MailFrame({
  html,
  text = '',
  stretches = [],
  pointed = null,
  title,
  onFound,
  onLink,
}: {
  html: string;
  text?: string;
  stretches?: readonly Stretch[];
  /** Shown plainly: it is being pointed at elsewhere on the screen. */
  pointed?: DeclaredField | null;
  title: string;
  onFound?: (stretch: Stretch) => void;
  onLink: (link: LinkTarget) => void;
}) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const handlers = useRef({ onFound, onLink, text, stretches });
  useEffect(() => {
    handlers.current = { onFound, onLink, text, stretches };
  });
  useEffect(() => {
    for (const mark of frame.current?.contentDocument?.querySelectorAll<HTMLElement>('.estafeta-found') ?? [])
      mark.classList.toggle(
        'estafeta-pointed',
        (mark.dataset['fields'] ?? '').split(' ').includes(pointed ?? '-'),
      );
  }, [pointed]);
  const observer = useRef<ResizeObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);

  const onLoad = (): void => {
    const page = frame.current?.contentDocument;
    if (page === null || page === undefined) return;
    const measure = (): void => {
      // One pixel more than the text, so that rounding never leaves a scroll bar.
      setHeight(Math.ceil(page.body.getBoundingClientRect().height) + 4);
    };
    observer.current?.disconnect();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(page.body);
    measure();
    page.addEventListener('click', (event) => {
      const anchor = (event.target as Element | null)?.closest('a[href], area[href]');
      if (anchor === null || anchor === undefined) return;
      event.preventDefault();
      handlers.current.onLink({
        href: anchor.getAttribute('href') ?? '',
        shown: (anchor.textContent ?? '').trim(),
      });
    });
    // A middle click would open a window past the confirm.
    page.addEventListener('auxclick', (event) => {
      event.preventDefault();
    });
    page.addEventListener('keydown', handleKey);
    underline(page, handlers.current.text, handlers.current.stretches, (stretch) =>
      handlers.current.onFound?.(stretch),
    );
  };
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={`<!doctype html><html lang="es"><head>${HEAD}</head><body>${html}</body></html>`}
      className={styles.frame}
      style={{ height }}
      onLoad={onLoad}
    />
  );
}
