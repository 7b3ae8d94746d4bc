import {clock, exact} from './time';
import {pieces} from './sentence';

/** A sentence of the server, with its moments in local time. */
export function Told({text}: {text: string}) {
  return (
    <>
      {pieces(text).map((piece, index) => 'at' in piece
        ? <time key={index} dateTime={piece.at} title={exact(piece.at)}>{clock(piece.at)}</time>
        : <span key={index}>{piece.text}</span>)}
    </>
  );
}
