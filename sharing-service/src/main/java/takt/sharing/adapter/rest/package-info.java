/** The REST door for supplier systems. */
@NullMarked
package takt.sharing.adapter.rest;

import org.jspecify.annotations.NullMarked;
