import {exact} from '../parts/time';
import {inZone} from './zones';

/** A moment by the clocks of a zone; in UTC and local time on hover. */
export function Moment({at, zone}: {at: string; zone: string}) {
  return <time dateTime={at} title={exact(at)}>{inZone(at, zone)}</time>;
}
