import type { Category } from '../../main/api/contract/index.ts';
import { CATEGORY_ORDER } from '../strings/es/labels.ts';
import { useShortcut } from './keyboard.tsx';
import type { MessageActs, Target } from './use-message-acts.ts';

function CategoryKey({ category, run }: { category: Category; run: (category: Category) => void }) {
  useShortcut(`category.${category}`, () => {
    run(category);
  });
  return null;
}

/** Keys 1 to 6 and c over some messages, while it is shown. */
export function CategoryKeys({ target, acts }: { target: readonly Target[]; acts: MessageActs }) {
  useShortcut('confirm', () => void acts.confirm(target), target.length > 0);
  return CATEGORY_ORDER.map((category) => (
    <CategoryKey key={category} category={category} run={(chosen) => void acts.setCategory(target, chosen)} />
  ));
}
