import { describe, expect, it } from 'vitest';
import { MessageFilter } from '../../../main/mail/inbox-model.ts';
import { DEFAULT_FILTER, effectiveFilter, sameFilter } from '../../../renderer/features/inbox/filter.ts';

describe('the inbox filter', () => {
  it('starts as a filter the service accepts', () => {
    expect(MessageFilter.parse(DEFAULT_FILTER)).toEqual(DEFAULT_FILTER);
  });

  it('looks everywhere when a search starts from the plain inbox', () => {
    expect(effectiveFilter(DEFAULT_FILTER, ' vida laboral ')).toEqual({
      ...DEFAULT_FILTER,
      view: 'ALL',
      state: null,
      query: 'vida laboral',
    });
  });

  it('searches inside the filters a person chose', () => {
    const chosen: MessageFilter = { ...DEFAULT_FILTER, category: 'MORATORIAS' };
    expect(effectiveFilter(chosen, 'cuota')).toEqual({ ...chosen, query: 'cuota' });
  });

  it('takes blanks for no search', () => {
    expect(effectiveFilter(DEFAULT_FILTER, '   ')).toEqual(DEFAULT_FILTER);
  });

  it('compares field by field', () => {
    expect(sameFilter(DEFAULT_FILTER, { ...DEFAULT_FILTER })).toBe(true);
    expect(sameFilter(DEFAULT_FILTER, { ...DEFAULT_FILTER, unopened: true })).toBe(false);
  });
});
