import { useEffect, useState } from 'react';

interface DownloadLinkProps {
  readonly name: string;
  readonly text: string;
  readonly children: string;
}

/** A text that the customer can keep as a file. It is made in the browser; nothing is asked for again. */
export function DownloadLink({ name, text, children }: DownloadLinkProps) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'application/jose' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return (
    <a className="button" href={address} download={name}>
      {children}
    </a>
  );
}
