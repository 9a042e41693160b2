// Package findings reads what scanners report of a configuration, from SARIF
// (Trivy, Checkov and most others write it) and from Trivy's and Checkov's own
// JSON, and matches it to the resources that a report speaks of: by address,
// else by file and line. What matches nothing is counted, and not shown.
package findings
