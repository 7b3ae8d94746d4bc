import {Button, Form, Modal, ModalBody, ModalFooter, ModalHeader, TextArea} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {useId, useState} from 'react';
import type {Calendar} from '../api/model';
import {Field} from '../parts/Field';
import {ProblemAlert} from '../parts/ProblemAlert';
import {importIcs} from './queries';

/** Takes the events of an iCalendar file; what the server does not understand it refuses by name. */
export function IcsDialog({calendar, onClose}: {calendar: Calendar; onClose: () => void}) {
  const id = useId();
  const [ics, setIcs] = useState('');
  const importing = useMutation({mutationFn: () => importIcs(calendar, ics), onSuccess: onClose});
  const read = async (files: FileList | null) => {
    const file = files?.[0];
    if (file) setIcs(await file.text());
  };
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={`Import into ${calendar.name}`} labelId={`${id}-title`} description="The events of the file take the place of the entries it has now." />
      <ModalBody>
        <Form id={`${id}-form`} onSubmit={event => { event.preventDefault(); if (ics.trim()) importing.mutate(); }}>
          <Field id={`${id}-file`} label="File"><input id={`${id}-file`} type="file" accept=".ics,text/calendar" onChange={event => void read(event.target.files)} /></Field>
          <Field id={`${id}-text`} label="Or its text" hint="From BEGIN:VCALENDAR to END:VCALENDAR.">
            <TextArea id={`${id}-text`} className="bw-code" value={ics} onChange={(_, text) => setIcs(text)} rows={10} resizeOrientation="vertical" spellCheck={false} />
          </Field>
          <ProblemAlert thrown={importing.error} title="Not imported" />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={`${id}-form`} isDisabled={!ics.trim()} isLoading={importing.isPending}>Import</Button>
        <Button variant="link" onClick={onClose}>Cancel</Button>
      </ModalFooter>
    </Modal>
  );
}
