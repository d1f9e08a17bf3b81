import { useEffect, useId, useRef, useState } from 'react';
import type { Correctable } from '#contract/holdings.ts';
import type { Voice } from '#i18n/voice.ts';
import { Button } from '#ui/button.tsx';
import { wrongIn } from './record.model.ts';
import { putRightNamed, recordStrings } from './record.strings.ts';

interface PutRightProps {
  readonly voice: Voice;
  readonly correctable: Correctable;
  /** What was sent last and is not stored; null = nothing was. */
  readonly typed: string | null;
  /** The record, as it says itself. */
  readonly label: string;
  readonly onSave: (value: string) => void;
  readonly onLeave: () => void;
}

/** Puts a record right where it stands. What was typed stays until it is stored or left. */
export function PutRight({ voice: { say }, correctable, typed, label, onSave, onLeave }: PutRightProps) {
  const id = useId();
  const [value, setValue] = useState(typed ?? correctable.value);
  const [wrong, setWrong] = useState<ReturnType<typeof wrongIn>>(null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const shared = {
    ref: field,
    id,
    value,
    className: 'search-field',
    'aria-invalid': wrong !== null,
    'aria-describedby': `${id}-wrong`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setWrong(null);
      setValue(target.value);
    },
  };
  const options = correctable.options ?? [];
  return (
    <form
      noValidate
      className="record-more"
      aria-label={say(putRightNamed(label))}
      onSubmit={(event) => {
        event.preventDefault();
        const found = wrongIn(correctable, value);
        setWrong(found);
        if (found === null) onSave(value.trim());
        else field.current?.focus();
      }}
    >
      <label htmlFor={id} className="block text-note text-ink-2">
        {say(recordStrings.value)}
      </label>
      {correctable.kind === 'option' ? (
        <select {...shared}>
          {(options.includes(correctable.value) ? options : [correctable.value, ...options]).map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input {...shared} autoComplete="off" inputMode={correctable.kind === 'number' ? 'decimal' : 'text'} />
      )}
      <p id={`${id}-wrong`} role="alert" className="text-note">
        {wrong !== null && say(recordStrings[wrong])}
      </p>
      <div className="answers mt-2">
        <button type="submit" className="button">
          {say(recordStrings.save)}
        </button>
        <Button onPress={onLeave}>{say(recordStrings.leave)}</Button>
      </div>
    </form>
  );
}
