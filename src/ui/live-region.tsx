/** The page's one polite voice for those who do not see a line change. It stands empty until there is something. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
