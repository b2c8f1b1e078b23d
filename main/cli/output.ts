// A reader that goes away (| head) is answered by the write that fails; without a listener it would end the process.
process.stdout.on('error', () => undefined);

/** Writes to standard output and waits until it is taken. Rejects with EPIPE when nobody reads any more. */
export function write(chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) =>
      error === null || error === undefined ? resolve() : reject(error),
    );
  });
}

/** A line for the person at the terminal. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

const PROGRESS_MS = 1000;

/** Progress on standard error, a line a second at most. */
export function progressTeller(what: string): (done: number, total: number | null) => void {
  let lastTold = performance.now();
  return (done, total) => {
    if (performance.now() - lastTold < PROGRESS_MS) return;
    lastTold = performance.now();
    tell(`${what}: ${number(done)}${total === null ? '' : ` de ${number(total)}`}`);
  };
}

const numbers = new Intl.NumberFormat('es-ES', { useGrouping: 'always' });

export function number(value: number): string {
  return numbers.format(value);
}
