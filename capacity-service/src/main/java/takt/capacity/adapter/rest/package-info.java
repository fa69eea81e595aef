/** The REST door for supplier systems. */
@NullMarked
package takt.capacity.adapter.rest;

import org.jspecify.annotations.NullMarked;
