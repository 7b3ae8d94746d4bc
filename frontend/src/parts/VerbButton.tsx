import {Button, type ButtonProps, Tooltip} from '@patternfly/react-core';

/** A button that, when it cannot be used, stays in reach of the keyboard and says why. */
export function VerbButton({whyNot, ...button}: ButtonProps & {whyNot: string | null}) {
  if (!whyNot) return <Button {...button} />;
  return (
    <Tooltip content={whyNot}>
      <Button {...button} isAriaDisabled aria-description={whyNot} />
    </Tooltip>
  );
}
