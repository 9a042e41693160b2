// Package gate holds a report against a team's thresholds: what is crossed,
// where, and which crossings a person has accepted until a day. It writes the
// answer as text, JSON, SARIF and workflow annotations.
//
// It judges nothing anew. What it cannot answer, because the analysis has no
// word on it, it says.
package gate
