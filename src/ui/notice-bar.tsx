import type { ReactNode } from 'react';

interface NoticeBarProps {
  readonly children: ReactNode;
  /** "heed" for what stands in the way, "tell" for what is good to know. */
  readonly tone?: 'tell' | 'heed';
  /** Deeds and links, after the words. */
  readonly actions?: ReactNode;
}

/** Something true of the whole page, said quietly in its place. */
export function NoticeBar({ children, tone = 'tell', actions }: NoticeBarProps) {
  return (
    <div className={`notice-bar ${tone === 'heed' ? 'border-heed bg-heed-soft py-3 pe-4' : 'border-accent py-1'}`}>
      <div className="max-w-text">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
