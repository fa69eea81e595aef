/** The kinds of facts that the network is made of, one class each. */
@NullMarked
package takt.sharing.ingest;

import org.jspecify.annotations.NullMarked;
