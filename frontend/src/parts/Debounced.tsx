import {TextInput} from '@patternfly/react-core';
import {useEffect, useRef, useState} from 'react';

const PAUSE = 350;

type Props = {label: string; value: string; placeholder?: string; className?: string; invalid?: boolean; onSettle: (value: string) => void};

/** A text filter that reports when typing pauses. */
export function Debounced({label, value, placeholder, className, invalid = false, onSettle}: Props) {
  const [typed, setTyped] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(waiting.current), []);
  const change = (text: string) => {
    setTyped(text);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => onSettle(text), PAUSE);
  };
  return (
    <label className={className}>
      {label}
      <TextInput type="text" aria-label={label} value={typed} placeholder={placeholder} validated={invalid ? 'error' : 'default'} onChange={(_, text) => change(text)} spellCheck={false} autoComplete="off" />
    </label>
  );
}
