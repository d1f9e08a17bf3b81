import { useId } from 'react';
import type { Side } from './sides.model.ts';

/** One side: its name, whether it is what the customer sees today, and the things in it, each with its reason. */
export function SidePanel({ side }: { readonly side: Side }) {
  const id = useId();
  return (
    <section className="side" aria-labelledby={id}>
      <h3 id={id} className="side-name">
        {side.name}
      </h3>
      <p className="side-note">{side.note}</p>
      {side.headline !== null && <p className="side-headline">{side.headline}</p>}
      {side.things.length === 0 ? (
        <p className="side-empty">{side.empty}</p>
      ) : (
        <ul className="shelf">
          {side.things.map(({ id: product, name, price, reason, picture }) => (
            <li key={product} className="thing">
              <svg viewBox="0 0 48 48" aria-hidden="true" className="thing-picture">
                {picture !== null && <path d={picture} />}
              </svg>
              <p className="thing-name">{name}</p>
              <p>{price}</p>
              <p className="thing-reason">{reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
