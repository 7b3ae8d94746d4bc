import {useMutation} from '@tanstack/react-query';
import {Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, Modal, ModalBody, ModalFooter, ModalHeader, TextArea} from '@patternfly/react-core';
import {type ReactNode, useId, useState} from 'react';
import {ProblemAlert} from './ProblemAlert';

type Props = {
  title: string;
  verb: string;
  danger?: boolean;
  children?: ReactNode;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks for the reason that the audit trail keeps, then acts; stays open and says so when the server refuses. */
export function ReasonDialog({title, verb, danger = false, children, act, onClose}: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const acting = useMutation({mutationFn: act, onSuccess: onClose});
  const missing = reason.trim() === '';
  const submit = () => {
    if (!missing && !acting.isPending) acting.mutate(reason.trim());
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={title} labelId={`${id}-title`} titleIconVariant={danger ? 'warning' : undefined} />
      <ModalBody>
        <Form id={`${id}-form`} onSubmit={event => { event.preventDefault(); submit(); }}>
          {children}
          <FormGroup label="Reason" isRequired fieldId={`${id}-reason`}>
            <TextArea id={`${id}-reason`} value={reason} onChange={(_, value) => setReason(value)} rows={2} resizeOrientation="vertical" autoFocus isRequired
              onKeyDown={event => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); submit(); } }} />
            <FormHelperText>
              <HelperText><HelperTextItem>Kept in the audit trail with your name.</HelperTextItem></HelperText>
            </FormHelperText>
          </FormGroup>
          <ProblemAlert thrown={acting.error} title="Not done" />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={`${id}-form`} variant={danger ? 'danger' : 'primary'} isDisabled={missing} isLoading={acting.isPending}>{verb}</Button>
        <Button variant="link" onClick={onClose}>Do nothing</Button>
      </ModalFooter>
    </Modal>
  );
}
