docs = "https://github.com/hashicorp/terraform-provider-random/blob/main/docs/resources/{name}.md"

resource_type "random_id" {
  name        = "random ID"
  category    = "helper"
  criticality = "low"
  stateful    = true
  summary     = "makes a name unique"
  destroy     = ["name_lost"]
  destroy_why = "names made from it change, and what bears them is replaced"
}

resource_type "random_pet" {
  name        = "random name"
  category    = "helper"
  criticality = "low"
  stateful    = true
  summary     = "makes a name unique"
  destroy     = ["name_lost"]
  destroy_why = "names made from it change, and what bears them is replaced"
}

resource_type "random_string" {
  name        = "random text"
  plural      = "random texts"
  category    = "helper"
  criticality = "low"
  stateful    = true
  summary     = "makes a name unique"
  destroy     = ["name_lost"]
  destroy_why = "names made from it change, and what bears them is replaced"
}

resource_type "random_integer" {
  name        = "random number"
  category    = "helper"
  criticality = "low"
  stateful    = true
  summary     = "picks a number"
  destroy     = ["name_lost"]
  destroy_why = "what is made from it changes"
}

resource_type "random_uuid" {
  name        = "random UUID"
  also        = ["random_uuid4", "random_uuid7"]
  category    = "helper"
  criticality = "low"
  stateful    = true
  summary     = "makes a name unique"
  destroy     = ["name_lost"]
  destroy_why = "what is made from it changes"
}

resource_type "random_shuffle" {
  name        = "random order"
  category    = "helper"
  criticality = "low"
  summary     = "picks from a list"
  destroy     = []
}

resource_type "random_password" {
  name        = "generated password"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "password that the state keeps"
  destroy     = ["credentials_invalid"]
  destroy_why = "a new password is made, and whoever uses the old one is refused"
}

resource_type "random_bytes" {
  name        = "generated key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret bytes that the state keeps"
  destroy     = ["credentials_invalid"]
  destroy_why = "new bytes are made, and what was made with the old ones no longer fits"
}
