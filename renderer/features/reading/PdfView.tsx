import { useEffect, useRef, useState } from 'react';
import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { GlobalWorkerOptions, PasswordException, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { strings } from '../../strings/es.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;
/** Where vite.config.ts puts the decoders of scanned pages. Our policy lets no WebAssembly run: they are scripts. */
const DECODERS = { useWasm: false, wasmUrl: new URL('pdf/', document.baseURI).href };
const texts = strings.reading.attachments;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    minWidth: 'min-content',
  },
  pages: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  canvas: { backgroundColor: '#fff', boxShadow: tokens.shadow4 },
  measure: { width: '100%', height: 0 },
  hiddenText: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** A PDF drawn page by page on a canvas: no plug-in, no scripts of the document, nothing fetched. */
export default function PdfView({ file, name, zoom }: { file: Blob; name: string; zoom: number }) {
  const styles = useStyles();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failure, setFailure] = useState<'LOCKED' | 'DAMAGED' | null>(null);
  const [number, setNumber] = useState(1);
  const [text, setText] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  const measure = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let closed = false;
    let close = (): void => undefined;
    void file.arrayBuffer().then((bytes) => {
      if (closed) return;
      const task = getDocument({ data: new Uint8Array(bytes), ...DECODERS, enableXfa: false });
      close = () => void task.destroy();
      task.promise.then(
        (opened) => {
          if (!closed) setPdf(opened);
        },
        (error: unknown) => {
          if (!closed) setFailure(error instanceof PasswordException ? 'LOCKED' : 'DAMAGED');
        },
      );
    });
    return () => {
      closed = true;
      close();
    };
  }, [file]);

  useEffect(() => {
    if (pdf === null) return;
    let stopped = false;
    let cancel = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const target = canvas.current;
      if (stopped || target === null) return;
      const natural = page.getViewport({ scale: 1 });
      const fit = (measure.current?.clientWidth ?? natural.width) / natural.width;
      const viewport = page.getViewport({ scale: Math.min(fit, 2) * zoom });
      const density = Math.min(window.devicePixelRatio, 2);
      target.width = Math.floor(viewport.width * density);
      target.height = Math.floor(viewport.height * density);
      target.style.width = `${Math.floor(viewport.width)}px`;
      target.style.height = `${Math.floor(viewport.height)}px`;
      const task = page.render({
        canvas: target,
        viewport,
        transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
      });
      cancel = () => {
        task.cancel();
      };
      await task.promise;
      const content = await page.getTextContent();
      if (!stopped) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    // A cancelled drawing is the usual end of one that another page or zoom replaced.
    draw().catch(() => {
      if (!stopped) setFailure('DAMAGED');
    });
    return () => {
      stopped = true;
      cancel();
    };
  }, [pdf, number, zoom]);

  if (failure !== null) {
    return <EmptyState title={name} text={failure === 'LOCKED' ? texts.locked : texts.damaged} />;
  }
  return (
    <div className={styles.root}>
      <div ref={measure} className={styles.measure} />
      {pdf === null && <Spinner label={strings.common.loading} />}
      {pdf !== null && pdf.numPages > 1 && (
        <div className={styles.pages}>
          <Button
            size="small"
            icon={<ChevronLeftRegular />}
            aria-label={texts.previousPage}
            disabled={number === 1}
            onClick={() => setNumber(number - 1)}
          />
          <Text aria-live="polite">{texts.page(number, pdf.numPages)}</Text>
          <Button
            size="small"
            icon={<ChevronRightRegular />}
            aria-label={texts.nextPage}
            disabled={number === pdf.numPages}
            onClick={() => setNumber(number + 1)}
          />
        </div>
      )}
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={texts.page(number, pdf?.numPages ?? 1)}
        hidden={pdf === null}
      />
      <div className={styles.hiddenText}>{text}</div>
    </div>
  );
}
