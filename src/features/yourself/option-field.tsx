import type { AnswerValue, AskedQuestion } from '#contract/profile.ts';

interface OptionFieldProps {
  readonly question: AskedQuestion;
  readonly name: string;
  readonly value: AnswerValue | null;
  readonly onChange: (value: AnswerValue) => void;
}

/** One option out of several. */
export const SingleField = ({ question, name, value, onChange }: OptionFieldProps) => (
  <div className="options">
    {question.options.map(({ id, label }) => (
      <label key={id} className="option">
        <input type="radio" name={name} checked={value === id} onChange={() => onChange(id)} />
        {label}
      </label>
    ))}
  </div>
);

/** As many options as fit, kept in the order of the question. */
export function MultipleField({ question, name, value, onChange }: OptionFieldProps) {
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (id: string, on: boolean): void =>
    onChange(question.options.map((option) => option.id).filter((one) => (one === id ? on : chosen.includes(one))));
  return (
    <div className="options">
      {question.options.map(({ id, label }) => (
        <label key={id} className="option">
          <input
            type="checkbox"
            name={name}
            checked={chosen.includes(id)}
            onChange={({ target }) => toggle(id, target.checked)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

/** A place on a scale, each to be seen and chosen like any other. */
export function ScaleField({ question: { scale }, name, value, onChange }: OptionFieldProps) {
  if (!scale) return null;
  const places = Array.from({ length: scale.max - scale.min + 1 }, (_, at) => scale.min + at);
  return (
    <div className="scale">
      {places.map((place) => (
        <label key={place} className="option">
          <input type="radio" name={name} checked={value === place} onChange={() => onChange(place)} />
          <span>
            {place}
            {place === scale.min && <span className="scale-end">{scale.low}</span>}
            {place === scale.max && <span className="scale-end">{scale.high}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
