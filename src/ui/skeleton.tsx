/** A place where something will stand, as tall as that will be. It shows itself only after 300 ms. */
export function Skeleton({ className }: { readonly className: string }) {
  return <span aria-hidden="true" className={`skeleton ${className}`} />;
}
