import {useEffect, useState} from 'react';

const KEPT = 'breakwater.theme';
const DARK = 'pf-v6-theme-dark';
const system = () => matchMedia('(prefers-color-scheme: dark)');

const isDark = () => document.documentElement.classList.contains(DARK);

/** Follows the system until the toggle is used; then keeps the choice in this browser. */
export function useTheme(): [dark: boolean, toggle: () => void] {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    document.documentElement.classList.toggle(DARK, dark);
  }, [dark]);
  useEffect(() => {
    const media = system();
    const follow = () => {
      if (!localStorage.getItem(KEPT)) setDark(media.matches);
    };
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  const toggle = () => {
    localStorage.setItem(KEPT, dark ? 'light' : 'dark');
    setDark(!dark);
  };
  return [dark, toggle];
}
