import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { MessageBar, MessageBarBody, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useKiosk } from './kiosk-context.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Dots per point: fine enough for paper. */
const SCALE = 2.5;

type Page = { readonly image: string; readonly text: string };

const useStyles = makeStyles({
  pages: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalL },
  page: { width: '100%', maxWidth: '800px', backgroundColor: '#fff', boxShadow: tokens.shadow8 },
  hiddenText: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** Every page of a short PDF as a picture, on the screen and, when it is printed, on paper; its words beside it. */
export default function PdfPages({ file }: { file: Blob }) {
  const styles = useStyles();
  const { texts } = useKiosk();
  const [pages, setPages] = useState<readonly Page[] | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let closed = false;
    let close = (): void => undefined;
    const show = async (): Promise<void> => {
      const data = new Uint8Array(await file.arrayBuffer());
      const task = getDocument({ data, useWasm: false, enableXfa: false });
      close = () => void task.destroy();
      const pdf = await task.promise;
      const drawn: Page[] = [];
      for (let number = 1; number <= pdf.numPages && !closed; number += 1)
        drawn.push(await draw(pdf, number));
      if (!closed) setPages(drawn);
    };
    show().catch(() => {
      if (!closed) setFailed(true);
    });
    return () => {
      closed = true;
      close();
    };
  }, [file]);

  if (failed) {
    return (
      <MessageBar intent="error" role="alert">
        <MessageBarBody>{texts.report.unreadable}</MessageBarBody>
      </MessageBar>
    );
  }
  if (pages === null) return <Spinner label={texts.report.making} />;
  return (
    <div className={styles.pages}>
      {pages.map(({ image, text }, index) => (
        <div key={index}>
          <img src={image} alt={texts.report.page(index + 1, pages.length)} className={styles.page} />
          <p className={styles.hiddenText} lang="es">
            {text}
          </p>
        </div>
      ))}
      {createPortal(
        <div className="kiosk-paper" aria-hidden>
          {pages.map(({ image }, index) => (
            <img key={index} src={image} alt="" />
          ))}
        </div>,
        document.body,
      )}
    </div>
  );
}

async function draw(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return { image: canvas.toDataURL('image/png'), text };
}
