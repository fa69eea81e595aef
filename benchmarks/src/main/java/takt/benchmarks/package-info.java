/** JMH benchmarks; they never fail a test run by time. */
package takt.benchmarks;
