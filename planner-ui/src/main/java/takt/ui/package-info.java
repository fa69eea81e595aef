/** The planners' page: a login, and a JSON facade over the three services' gRPC with the planner's own token. */
@NullMarked
package takt.ui;

import org.jspecify.annotations.NullMarked;
