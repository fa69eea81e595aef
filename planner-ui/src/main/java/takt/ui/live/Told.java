package takt.ui.live;

/**
 * One event of a page's stream.
 *
 * @param name `happened`, `begun`, `away`, `back` or `beat`
 * @param position what the page knows after it: where a stream goes on that breaks off here
 * @param data JSON
 */
record Told(String name, String position, String data) {}
