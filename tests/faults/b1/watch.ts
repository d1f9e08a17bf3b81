/** A press as the page saw it, before anything of ours heard of it. */
export interface Press {
  readonly at: number;
  /** "use" and "category" with their id; "everything"; the id of what a question or an undo was about. */
  readonly about: 'use' | 'category' | 'everything';
  readonly id: string;
  /** `unsure`: an answer to a question, an undo: it may turn on some and off others. */
  readonly to: 'on' | 'off' | 'unsure';
}

/** "Saved", as it stood on the screen: beside what, with which receipt, while the switch showed what. */
export interface Claim {
  readonly at: number;
  readonly about: Press['about'];
  readonly id: string;
  /** Null: there was no receipt beside it. */
  readonly seq: number | null;
  /** Null where there is no switch of its own. */
  readonly checked: boolean | null;
}

export const pressPrefix = 'b1/press/';
export const claimPrefix = 'b1/claim/';

/**
 * Runs in the page, before its own scripts. What it sees goes into the browser's storage at once: it outlives the page,
 * whatever becomes of it, and all tabs write into the same book.
 */
export function watch([presses, claims]: readonly [string, string]): void {
  let number = 0;
  const write = (prefix: string, what: object): void => {
    number += 1;
    localStorage.setItem(`${prefix}${Date.now()}-${Math.random()}-${number}`, JSON.stringify(what));
  };

  /** What an element is about: the use it stands with, else its row, else everything. */
  const place = (element: Element): { about: 'use' | 'category' | 'everything'; id: string } | null => {
    const use = element.closest('.choice')?.querySelector('h4')?.id;
    if (use) return { about: 'use', id: use };
    const row = element.closest('article.row')?.getAttribute('aria-labelledby');
    if (row) return { about: 'category', id: row.replace('heading-', '') };
    return element.closest('#everything') ? { about: 'everything', id: '' } : null;
  };

  addEventListener(
    'click',
    (event) => {
      const target = event.target as Element;
      const control = target.closest('input[role=switch], button');
      const where = control && place(control);
      if (!event.isTrusted || !where || control.classList.contains('disclosure')) return;
      if (/^(Try now|Keep off|Close)/.test(control.textContent)) return;
      const isSwitch = control instanceof HTMLInputElement;
      const isAllOff = where.about === 'everything' && control.matches('.answers > :first-child');
      const to = isSwitch ? (control.checked ? 'on' : 'off') : isAllOff ? 'off' : 'unsure';
      write(presses, { ...where, at: Date.now(), to });
    },
    true,
  );

  const seen = new Set<string>();
  const look = (): void => {
    for (const words of document.querySelectorAll('.text-kept')) {
      const where = place(words);
      if (!where || words.textContent !== 'Saved' || !words.checkVisibility({ visibilityProperty: true })) continue;
      const link = words.parentElement?.querySelector('a')?.getAttribute('href') ?? '';
      const receipt = /\/receipts\/(\d+)/.exec(link)?.[1];
      const owner = words.closest(where.about === 'use' ? '.choice' : 'article.row');
      const control = owner?.querySelector<HTMLInputElement>('input[role=switch]');
      const claim = {
        ...where,
        seq: receipt === undefined ? null : Number(receipt),
        checked: control ? control.getAttribute('aria-checked') === 'true' || control.checked : null,
      };
      const once = JSON.stringify(claim);
      if (seen.has(once)) continue;
      seen.add(once);
      write(claims, { ...claim, at: Date.now() });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
