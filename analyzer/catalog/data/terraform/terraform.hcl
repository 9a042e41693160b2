docs = "https://opentofu.org/docs/language/resources/tf-data/"

resource_type "terraform_data" {
  name        = "stored value"
  category    = "helper"
  criticality = "low"
  summary     = "keeps a value in the state, and passes changes on"
  destroy     = []
}

resource_type "terraform_remote_state" {
  name        = "remote state"
  category    = "helper"
  criticality = "low"
  summary     = "outputs of another state"
  destroy     = []
  docs        = "https://opentofu.org/docs/language/state/remote-state-data/"
}
