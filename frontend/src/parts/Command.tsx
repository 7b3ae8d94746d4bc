import {Button, ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode} from '@patternfly/react-core';
import {useId, useState} from 'react';

/** Lines to paste into a shell. */
export function Command({children}: {children: string}) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(children).then(() => setCopied(true));
  const action = navigator.clipboard
    ? <ClipboardCopyButton id={`${id}-copy`} textId={id} variant="plain" aria-label="Copy" onClick={copy} onTooltipHidden={() => setCopied(false)}>{copied ? 'Copied' : 'Copy'}</ClipboardCopyButton>
    : <Button variant="link" onClick={() => selectText(id)}>Select</Button>;
  return (
    <CodeBlock actions={<CodeBlockAction>{action}</CodeBlockAction>}>
      <CodeBlockCode id={id}>{children}</CodeBlockCode>
    </CodeBlock>
  );
}

/** Without HTTPS a page may not write the clipboard; it can still mark the text. */
function selectText(id: string) {
  const element = document.getElementById(id);
  if (element) getSelection()?.selectAllChildren(element);
}
