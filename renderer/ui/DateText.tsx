import { formatDateTime, formatDay, formatShort } from './format.ts';

/** A moment in office time, with the whole of it as a tooltip. */
export function DateText({
  date,
  style = 'full',
  className,
}: {
  date: Date;
  style?: 'full' | 'day' | 'short';
  className?: string;
}) {
  const full = formatDateTime(date);
  const text = style === 'full' ? full : style === 'day' ? formatDay(date) : formatShort(date);
  return (
    <time dateTime={date.toISOString()} title={style === 'full' ? undefined : full} className={className}>
      {text}
    </time>
  );
}
