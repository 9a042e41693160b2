// Package cost reads what Infracost says of a change's cost: the JSON of its
// 0.x and 1.x command lines, which holds the difference, and of the 2.x one,
// which holds the present only, so that two scans are subtracted. It adds up
// and prices nothing by itself: what a file does not price is counted, and
// never guessed.
package cost
