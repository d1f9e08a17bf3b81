import { createContext, use, type ReactNode } from 'react';
import { RichText } from '#ui/rich-text.tsx';

/**
 * Is this drawn for nobody in particular? Then what depends on who reads it only takes its room, so that nothing moves
 * when it comes.
 */
export const RoomOnly = createContext(false);

/** Words that may not hold for whoever reads them. Their room is drawn by the style sheet: the page does not say them. */
export function Said({ text }: { readonly text: string }) {
  if (!use(RoomOnly)) return <RichText text={text} />;
  return text
    .split(/<b>(.*?)<\/b>/)
    .map((part, at) => (at % 2 === 1 ? <b key={at} data-room={part} /> : <span key={at} data-room={part} />));
}

/** A deed that not everybody has; `text` is what its button says. */
export function Deed({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return use(RoomOnly) ? <span className="button" data-room={text} /> : children;
}
