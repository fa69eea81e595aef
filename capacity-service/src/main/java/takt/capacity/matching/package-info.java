/** Demand times load factor against capacity, demand against commitment: gaps. */
@NullMarked
package takt.capacity.matching;

import org.jspecify.annotations.NullMarked;
