import {createLink} from '@tanstack/react-router';
import {Button, type ButtonProps} from '@patternfly/react-core';
import type {Ref} from 'react';

type Props = Omit<ButtonProps, 'href' | 'ref'> & {href?: string; ref?: Ref<HTMLAnchorElement>};

function Anchor({href, ref, ...button}: Props) {
  return <Button component="a" href={href} size="sm" ref={ref as Ref<HTMLButtonElement>} {...button} />;
}

/** A link to another screen that looks like a button. */
export const LinkButton = createLink(Anchor);
