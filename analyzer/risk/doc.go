// Package risk judges what can break: blast radius, rollback complexity,
// downtime, exposure. Every judgement has reasons, evidence and a confidence,
// and a plan alone never proves "safe".
package risk
