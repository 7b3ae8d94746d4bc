import {useEffect, useState} from 'react';

/** The value once it has rested for a while, so that not every keystroke asks the server. */
export function useSettled<T>(value: T, pause = 450): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(JSON.parse(text) as T), pause);
    return () => clearTimeout(waiting);
  }, [text, pause]);
  return settled;
}
