"""The journal in forms that others read: tables, lines of JSON, FHIR; and back again from our own lines."""
