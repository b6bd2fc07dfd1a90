"""A small cluster of real containers: the pods of the Deployment behind a load balancer.

実コンテナーの小さなクラスター: Deployment の Pod 群とロードバランサー。
"""
