import type { AnswerValue, AskedQuestion } from '#contract/profile.ts';
import type { Voice } from '#i18n/voice.ts';
import { MultipleField, ScaleField, SingleField } from './option-field.tsx';
import { lengthOf, yourselfStrings } from './yourself.strings.ts';

/** The longest answer in words that a backend takes. */
const MOST = 500;

interface AnswerFieldProps {
  readonly voice: Voice;
  readonly question: AskedQuestion;
  /** Of the question's heading, which names the field, and of what is said of it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly value: AnswerValue | null;
  readonly invalid: boolean;
  readonly onChange: (value: AnswerValue) => void;
}

/** The control that fits the kind of a question. */
export function AnswerField({ voice, question, labelledBy, describedBy, value, invalid, onChange }: AnswerFieldProps) {
  const { say, number } = voice;
  const { kind, id, options } = question;
  const common = { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } as const;
  const one = { ...common, 'aria-invalid': invalid, className: 'field' } as const;
  const text = typeof value === 'string' ? value : '';
  if (kind === 'text')
    return (
      <div className="grid gap-1">
        <textarea {...one} rows={3} maxLength={MOST} value={text} onChange={({ target }) => onChange(target.value)} />
        <p className="text-note text-ink-2">{say(lengthOf(number(text.length), number(MOST)))}</p>
      </div>
    );
  if (kind === 'date')
    return <input {...one} type="date" value={text} onChange={({ target }) => onChange(target.value)} />;
  if (kind === 'size')
    return (
      <select {...one} value={text} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say(yourselfStrings.chooseSize)}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    );
  const Field = { single: SingleField, multiple: MultipleField, scale: ScaleField }[kind];
  return (
    <div role={kind === 'multiple' ? 'group' : 'radiogroup'} {...common}>
      {kind === 'multiple' && <p className="text-note text-ink-2">{say(yourselfStrings.several)}</p>}
      <Field question={question} name={id} value={value} onChange={onChange} />
    </div>
  );
}
