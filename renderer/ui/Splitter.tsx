import type { KeyboardEvent, PointerEvent } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const STEP = 16;

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flexShrink: 0,
    width: '1px',
    padding: 0,
    border: 'none',
    backgroundColor: tokens.colorNeutralStroke2,
    cursor: 'col-resize',
    touchAction: 'none',
    zIndex: 1,
    '::after': { content: '""', position: 'absolute', top: 0, bottom: 0, left: '-4px', right: '-4px' },
    ':hover': {
      backgroundColor: tokens.colorBrandStroke1,
      boxShadow: `0 0 0 1px ${tokens.colorBrandStroke1}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

/**
 * The line between two panes: drag it, or arrows, Home and End while it has the focus; a double click brings the
 * width back. `side` says which pane has the width. Remembering is the owner's (`onChange`).
 */
export function Splitter({
  label,
  value,
  min,
  max,
  initial,
  side = 'before',
  onChange,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  initial: number;
  side?: 'before' | 'after';
  onChange: (width: number) => void;
}) {
  const styles = useStyles();
  const direction = side === 'before' ? 1 : -1;
  const set = (width: number): void => {
    onChange(Math.round(Math.min(max, Math.max(min, width))));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const handle = event.currentTarget;
    const start = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => {
      set(value + direction * (moved.clientX - start));
    };
    const end = (): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = {
      ArrowLeft: value - direction * STEP,
      ArrowRight: value + direction * STEP,
      Home: min,
      End: max,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.root}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        set(initial);
      }}
    />
  );
}
