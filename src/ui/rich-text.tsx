/** Words with `<b>…</b>` in them. Nothing else is markup, so that no text can become any. */
export function RichText({ text }: { readonly text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, at) => (at % 2 === 1 ? <b key={at}>{part}</b> : part));
}
