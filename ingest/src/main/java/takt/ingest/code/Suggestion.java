package takt.ingest.code;

import java.util.Set;
import takt.ingest.code.Spelling.Proposal;

/**
 * What an unknown code may mean.
 *
 * @param isOnly whether the code is like no other one that is known
 * @param rows open rows that wait for the code
 */
public record Suggestion(Reference reference, Proposal proposal, boolean isOnly, long rows) {

    /** A code that is like one known code only, and differs in what a rule allows, is taken for it. */
    public boolean isRuled(Set<Rule> rules) {
        return isOnly && rules.contains(new Rule(reference.kind(), proposal.difference()));
    }
}
