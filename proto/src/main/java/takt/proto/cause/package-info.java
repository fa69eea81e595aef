/** Causes between rooms, contract and tables, and what they say in English. */
@NullMarked
package takt.proto.cause;

import org.jspecify.annotations.NullMarked;
