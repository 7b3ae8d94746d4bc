package dev.breakwater.rollout.engine;

/** What every host of a wave should do. One row says it for all of them, under an epoch. */
public enum Directive {
    /** Leave things as they are. */
    WAIT,
    /** Move to the generation. */
    OFFER,
    /** Whoever was touched: back to your own last good generation. */
    ROLLBACK,
    /** Nothing more will be asked. */
    DONE
}
