import type {QueryKey} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {type LiveEvent, liveKey, remember, staleKeys} from './events';
import {EVENT_TYPES} from './eventTypes';
import {queryClient} from './queryClient';

const GATHER = 1_000;
const PATIENCE = 15_000;
const POLL = 10_000;
const REOPEN = 3_000;

/** Gathers stale keys and refreshes them at our own pace, however fast the events come. */
function gatherer() {
  const stale = new Map<string, QueryKey>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    waiting = undefined;
    for (const queryKey of stale.values()) queryClient.invalidateQueries({queryKey});
    stale.clear();
  };
  return (keys: QueryKey[]) => {
    for (const key of keys) stale.set(JSON.stringify(key), key);
    waiting ??= setTimeout(refresh, GATHER);
  };
}

function parse(data: string): LiveEvent | null {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return null;
  }
}

type Ear = {heard: (event: LiveEvent) => void; opened: () => void; lost: () => void};

/** Keeps a stream of events open; a refused one, which a browser gives up on, is opened anew after a jittered pause. */
function listen({heard, opened, lost}: Ear): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const hear = ({data}: MessageEvent<string>) => {
    const event = parse(data);
    if (event) heard(event);
  };
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onmessage = hear;
    for (const type of EVENT_TYPES) source.addEventListener(type, hear);
    source.onopen = opened;
    source.onerror = () => {
      lost();
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, REOPEN * (1 + Math.random()));
    };
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

/** Listens for as long as the page lives; true when nothing has been heard for a while and the page polls instead. */
export function useLive(): boolean {
  const [deaf, setDeaf] = useState(false);
  useEffect(() => {
    const gather = gatherer();
    let doubt: ReturnType<typeof setTimeout> | undefined;
    const stop = listen({
      heard(event) {
        gather(staleKeys(event));
        if (event.rolloutId) queryClient.setQueryData<LiveEvent[]>(liveKey(event.rolloutId), kept => remember(kept, event));
      },
      opened() {
        if (doubt) queryClient.invalidateQueries();
        clearTimeout(doubt);
        doubt = undefined;
        setDeaf(false);
      },
      lost() {
        doubt ??= setTimeout(() => setDeaf(true), PATIENCE);
      },
    });
    return () => {
      clearTimeout(doubt);
      stop();
    };
  }, []);
  useEffect(() => {
    if (!deaf) return;
    const polling = setInterval(() => queryClient.invalidateQueries(), POLL);
    return () => clearInterval(polling);
  }, [deaf]);
  return deaf;
}
